import { useState } from 'react';
import { type Passed, PasswordStep } from './password-step.tsx';
import { SecondStep } from './second-step.tsx';

type Props = {
  /** What is said above the first step. */
  notice?: string | undefined;
  /** Whose session is to be begun again; left out, he says who he is. */
  email?: string | undefined;
  onIn: () => Promise<void>;
};

/** The two steps of signing in (R15): the password, then a code; who takes too long for the second begins again. */
export function SignInSteps({ notice, email, onIn }: Props) {
  const [passed, setPassed] = useState<Passed | null>(null);
  const [isLate, setLate] = useState(false);
  const back = (late: boolean) => {
    setLate(late);
    setPassed(null);
  };
  return passed ? (
    <SecondStep passed={passed} onIn={onIn} onBack={() => back(false)} onLate={() => back(true)} />
  ) : (
    <PasswordStep notice={notice} email={email} isLate={isLate} onPassed={setPassed} />
  );
}
