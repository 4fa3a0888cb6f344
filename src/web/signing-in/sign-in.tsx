import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { SignInSteps } from './sign-in-steps.tsx';

/** Signing in; whoever was on the way to a page comes there. */
export function SignIn() {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const asked = query.get('to');
  const to = asked?.startsWith('/') && !/^\/[/\\]/.test(asked) ? asked : '/';
  const enter = async () => {
    queries.clear();
    await navigate(to);
  };
  return <SignInSteps notice={to === '/' ? undefined : t('signIn.toGoOn')} onIn={enter} />;
}
