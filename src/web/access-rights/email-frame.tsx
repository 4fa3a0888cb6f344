import { useEffect, useRef, useState } from 'react';

type Props = { html: string; title: string };

/**
 * An e-mail as its reader will see it. It is written into a document of its own, which lets in the e-mail's styles, no
 * script and nothing from elsewhere; its links lead nowhere.
 */
export function EmailFrame({ html, title }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [loaded, setLoaded] = useState(false);
  const [height, setHeight] = useState(240);
  useEffect(() => {
    const root = loaded && frame.current?.contentDocument?.documentElement;
    if (!root) return;
    root.innerHTML = html;
    for (const link of root.querySelectorAll('a')) link.removeAttribute('href');
    setHeight(root.scrollHeight + 2); // With its borders.
  }, [html, loaded]);
  return (
    <iframe
      ref={frame}
      src="/email-frame"
      sandbox="allow-same-origin"
      title={title}
      onLoad={() => setLoaded(true)}
      style={{
        width: '100%',
        height,
        border: '1px solid var(--mantine-color-default-border)',
        borderRadius: 'var(--mantine-radius-md)',
      }}
    />
  );
}
