import type { Resource } from "../../../../sdk/index.ts";

/** Answers as people read them, each with what was asked; of a question that is gone, with its id. */
export function saidOf(
  answers: Readonly<Record<string, string>>,
  resource: Pick<Resource, "questions"> | undefined,
  t: (key: "yes" | "no") => string,
): [label: string, answer: string][] {
  return Object.entries(answers).map(([id, answer]) => {
    const question = resource?.questions.find((one) => one.id === id);
    const said = question?.kind === "checkbox" ? t(answer === "true" ? "yes" : "no") : answer;
    return [question?.label ?? id, said];
  });
}
