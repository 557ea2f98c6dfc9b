import { field, listQuery, pageOf, route, z } from "../../kernel/index.ts";
import { paymentRecorded } from "./events.ts";
import { BookingPayment, BookingPaymentInput, paymentKind, paymentMethod } from "./payment-schema.ts";
import * as payments from "./payments.ts";
import { when } from "./schema.ts";
import * as bookings from "./service.ts";

const params = z.object({ id: field.id("bkg") });
const staff = ["member", "secret"] as const;

export const listPayments = route({
  id: "booking_payments.list",
  method: "get",
  path: "/bookings/{id}/payments",
  summary: "List what was paid for a booking, newest first",
  permission: "bookings:read",
  audience: staff,
  params,
  query: listQuery({}),
  returns: pageOf(BookingPayment),
  handle: async (ctx, { params, query }) => payments.listOf(ctx, await bookings.row(ctx, params.id), query),
});

export const recordPayment = route({
  id: "booking_payments.create",
  method: "post",
  path: "/bookings/{id}/payments",
  summary: "Record a payment or a refund",
  about:
    "Money that changed hands elsewhere: nothing is charged. A payment is at most the booking's balance, a refund at most what was paid.",
  permission: "bookings:write",
  audience: staff,
  params,
  body: BookingPaymentInput,
  returns: BookingPayment,
  errors: [payments.paymentExceedsBalance, payments.refundExceedsPaid],
  emits: [paymentRecorded],
  handle: async (ctx, { params, body }) => payments.record(ctx, await bookings.row(ctx, params.id), body),
});

export const listAllPayments = route({
  id: "booking_payments.list_all",
  method: "get",
  path: "/booking-payments",
  summary: "List payments and refunds of all bookings, newest first",
  permission: "bookings:read",
  audience: staff,
  query: listQuery({
    kind: paymentKind.optional(),
    method: paymentMethod.optional(),
    from: when.optional().openapi({ description: "Then or later: a time, or a date of the company's." }),
    to: when.optional().openapi({ description: "Before that time, or on that date or earlier." }),
  }),
  returns: pageOf(BookingPayment),
  handle: (ctx, { query }) => payments.listAll(ctx, query),
});
