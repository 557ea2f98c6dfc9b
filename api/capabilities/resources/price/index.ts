export { type Prepared, prepare, priceOf } from "./charge.ts";
export { checkAddOns, checkGuests, coherentPrices, type Objection } from "./coherent.ts";
export { piecesOf, placesOf } from "./guests.ts";
export type { Choice, Moment, Promotion, QuoteInput, Tariff, Terms } from "./input.ts";
export { quote } from "./quote.ts";
export {
  AddOn,
  AddOns,
  ChosenAddOns,
  Deposit,
  GuestCategories,
  GuestCategory,
  Guests,
  PriceRule,
  PriceRules,
  Quote,
  QuoteLine,
} from "./schema.ts";
