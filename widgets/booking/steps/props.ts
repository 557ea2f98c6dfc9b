import type { BookingFlow } from "../state.ts";
import type { Steps } from "../steps.ts";

/** What every step after the first is given. */
export interface StepProps {
  flow: BookingFlow;
  steps: Steps;
}
