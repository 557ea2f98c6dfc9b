/** Active national currencies of ISO 4217; neither funds, metals nor test codes. */
const CURRENCIES = new Set(
  `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
  CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
  ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
  MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
  SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES
  VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG`.split(/\s+/),
);

/** Whether the text is an ISO 4217 code in upper case. */
export function isCurrency(text: string): boolean {
  return CURRENCIES.has(text);
}

const formats = new Map<string, Intl.NumberFormat>();
const MAX_FORMATS = 200;

/** An amount in minor units for people: 123456, "USD", "en-US" is "$1,234.56". An unknown locale reads as "en". */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const format = formatOf(currency, locale);
  // As decimal text: a division could not represent every amount.
  return format.format(decimal(minor, digitsOf(format)) as Intl.StringNumericLiteral);
}

/** An amount in minor units as a plain number: 123456, "USD" is "1234.56". */
export const plainMoney = (minor: number, currency: string): string => decimal(minor, minorDigits(currency));

/** How many digits of the minor unit stand after the point: 2 for USD, 0 for JPY, 3 for KWD. */
export function minorDigits(currency: string): number {
  return digitsOf(formatOf(currency, "en"));
}

const digitsOf = (format: Intl.NumberFormat): number => format.resolvedOptions().maximumFractionDigits ?? 2;

/**
 * A part of an amount, in basis points (1/10,000): share(999, 825) is 82.4175, so 82.
 * Halves round away from zero, so a refund mirrors its charge. RangeError unless both are whole numbers.
 */
export function share(minor: number, basisPoints: number): number {
  if (!Number.isSafeInteger(minor) || !Number.isSafeInteger(basisPoints)) throw new RangeError("whole numbers only");
  const product = BigInt(minor) * BigInt(basisPoints);
  const half = product < 0n ? -5000n : 5000n;
  return Number((product + half) / 10000n);
}

function decimal(minor: number, digits: number): string {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`not a whole number of minor units: ${minor}`);
  const text = String(Math.abs(minor)).padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits);
  return `${minor < 0 ? "-" : ""}${whole}${digits === 0 ? "" : `.${text.slice(-digits)}`}`;
}

function formatOf(currency: string, locale: string): Intl.NumberFormat {
  const name = `${currency} ${locale}`;
  let format = formats.get(name);
  if (!format) {
    if (formats.size >= MAX_FORMATS) formats.clear();
    format = new Intl.NumberFormat(known(locale) ? locale : "en", { style: "currency", currency });
    formats.set(name, format);
  }
  return format;
}

function known(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}
