export { offerPlaces } from "./offers.ts";
