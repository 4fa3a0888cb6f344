import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { CodeStep } from './code-step.tsx';
import { PasswordStep } from './password-step.tsx';

/** Signing in (R15): e-mail address and password, then the code from the phone. */
export function SignIn() {
  const [passed, setPassed] = useState(false);
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const enter = async () => {
    queries.clear();
    const to = query.get('to');
    await navigate(to?.startsWith('/') && !to.startsWith('//') ? to : '/');
  };
  return passed ? (
    <CodeStep onIn={enter} onBack={() => setPassed(false)} />
  ) : (
    <PasswordStep onPassed={() => setPassed(true)} />
  );
}
