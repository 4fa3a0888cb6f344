import { Center, Loader } from '@mantine/core';

/** While the code of a page, or who is signed in, isn't there yet. */
export const LoadingPage = () => (
  <Center mih={240}>
    <Loader />
  </Center>
);
