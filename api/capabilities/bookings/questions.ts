import { isDate } from "../../core/time.ts";
import { invalid } from "../../kernel/index.ts";
import type { ResourceRow } from "../resources/index.ts";

type Question = ResourceRow["questions"][number];
type Answers = Readonly<Record<string, string>>;

interface Said {
  answers?: Answers | undefined;
  attendees: readonly { guest_category: string | null; answers: Answers }[];
}

const kinds: Record<Question["kind"], (answer: string, question: Question) => string | undefined> = {
  text: () => undefined,
  choice: (answer, { options }) => (options.includes(answer) ? undefined : "Choose one of the options."),
  checkbox: (answer) => (answer === "true" || answer === "false" ? undefined : "Either true or false."),
  number: (answer) => (/^-?\d{1,12}(\.\d{1,6})?$/.test(answer) ? undefined : "A number."),
  date: (answer) => (isDate(answer) ? undefined : "A real date, YYYY-MM-DD."),
};

/**
 * Refuses answers that do not fit a resource's questions. Whoever books for itself answers what is required; staff may
 * leave it open. A resource without questions takes whatever is told it.
 */
export function checkAnswers(resource: ResourceRow, said: Said, strict: boolean): void {
  check(resource.questions, "booking", said.answers ?? {}, "/answers", strict);
  checkGuestAnswers(resource, said.attendees, strict);
}

/** The same of each guest's alone. */
export function checkGuestAnswers(
  { questions, guest_categories }: ResourceRow,
  attendees: Said["attendees"],
  strict: boolean,
): void {
  attendees.forEach(({ guest_category, answers }, at) => {
    if (guest_category !== null && !guest_categories.some(({ id }) => id === guest_category)) {
      throw invalid(`/attendees/${at}/guest_category`, "There is no such category.");
    }
    check(questions, "guest", answers, `/attendees/${at}/answers`, strict);
  });
}

function check(questions: readonly Question[], per: Question["per"], answers: Answers, at: string, strict: boolean) {
  const asked = questions.filter((question) => question.per === per);
  for (const [id, answer] of Object.entries(answers)) {
    const question = asked.find((one) => one.id === id);
    if (!question && questions.length > 0) throw invalid(`${at}/${id}`, "That was not asked.");
    const wrong = question && answer !== "" && kinds[question.kind](answer, question);
    if (wrong) throw invalid(`${at}/${id}`, wrong);
  }
  if (!strict) return;
  for (const { id, required, kind } of asked) {
    const answer = answers[id] ?? "";
    if (required && (answer === "" || (kind === "checkbox" && answer !== "true"))) {
      throw invalid(`${at}/${id}`, "This has to be answered.");
    }
  }
}
