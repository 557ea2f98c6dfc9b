import { event } from "../../kernel/index.ts";
import { Company } from "./schema.ts";

/** The log keeps settings, not essays: a revision of the legal texts is known by its number. */
const LoggedCompany = Company.omit({ terms_of_service: true, privacy_policy: true, cancellation_policy: true });

export const companyUpdated = event("company.updated", "The company's settings changed.", LoggedCompany);
