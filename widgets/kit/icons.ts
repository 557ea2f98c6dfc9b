/** Strokes on a 20 by 20 grid, 1.5 wide, round ends. One export per icon, so that a bundle holds those it draws. */

const circle = "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14";

export const check = "M4.5 10.5l3.75 3.75L15.5 6";
export const checkDouble = "M2.5 10.75l3.25 3.25 6.5-7.5M9.5 13.75l.25.25 7-8";
export const close = "M5.5 5.5l9 9M14.5 5.5l-9 9";
export const plus = "M10 4.5v11M4.5 10h11";
export const minus = "M4.5 10h11";
export const chevronLeft = "M12 5l-5 5 5 5";
export const chevronRight = "M8 5l5 5-5 5";
export const chevronDown = "M5 8l5 5 5-5";
export const chevronUp = "M5 12l5-5 5 5";
export const arrowLeft = "M16 10H4M9 5l-5 5 5 5";
export const arrowRight = "M4 10h12M11 5l5 5-5 5";
export const search = "M8.75 3.5a5.25 5.25 0 1 0 0 10.5 5.25 5.25 0 0 0 0-10.5M12.5 12.5l4 4";
export const calendar =
  "M5.5 4.5h9a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2M3.5 8.5h13M7 3v3M13 3v3";
export const clock = `${circle}M10 6.25V10l2.5 1.75`;
export const globe = `${circle}M3 10h14M10 3c1.9 1.9 2.8 4.3 2.8 7s-.9 5.1-2.8 7c-1.9-1.9-2.8-4.3-2.8-7s.9-5.1 2.8-7`;
export const user =
  "M10 4a3.1 3.1 0 1 0 0 6.2A3.1 3.1 0 0 0 10 4M3.75 16.5c.7-2.4 3.1-3.75 6.25-3.75s5.55 1.35 6.25 3.75";
export const users =
  "M7.5 4.5a2.75 2.75 0 1 0 0 5.5 2.75 2.75 0 0 0 0-5.5M2 15.75c.55-2.1 2.65-3.25 5.5-3.25s4.95 1.15 5.5 3.25M13 4.7a2.75 2.75 0 0 1 0 5.1M15 12.8c1.6.45 2.7 1.45 3 2.95";
export const chat =
  "M10 3.75c-3.9 0-7 2.6-7 5.9 0 1.45.6 2.75 1.6 3.8L3.75 16.5l3.3-1.3c.9.25 1.9.4 2.95.4 3.9 0 7-2.65 7-5.95s-3.1-5.9-7-5.9";
export const ticket =
  "M4 5.5h12a.75.75 0 0 1 .75.75v2a1.8 1.8 0 0 0 0 3.5v2a.75.75 0 0 1-.75.75H4a.75.75 0 0 1-.75-.75v-2a1.8 1.8 0 0 0 0-3.5v-2A.75.75 0 0 1 4 5.5M12 5.75v1.5M12 9.25v1.5M12 12.75v1.5";
export const send = "M16.5 3.5L3.5 8.75l5.25 2.5 2.5 5.25zM16.5 3.5l-7.75 7.75";
export const attach =
  "M15.75 9.25l-5.9 5.9a3.6 3.6 0 0 1-5.1-5.1l6.2-6.2a2.4 2.4 0 0 1 3.4 3.4l-6.2 6.2a1.2 1.2 0 0 1-1.7-1.7l5.5-5.5";
export const image =
  "M5.5 4h9a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2M3.75 14.25l3.5-3.5 2.75 2.75 2.25-2.25 4 3.75M12.75 7.5v.01";
export const file = "M6 3h5.5L15.5 7v9a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1M11.25 3.25V7.25h4";
export const upload =
  "M10 13V4M6.25 7.5L10 3.75l3.75 3.75M3.5 13v1.75c0 1 .75 1.75 1.75 1.75h9.5c1 0 1.75-.75 1.75-1.75V13";
export const download =
  "M10 3.75v9M6.25 9.25L10 13l3.75-3.75M3.5 13v1.75c0 1 .75 1.75 1.75 1.75h9.5c1 0 1.75-.75 1.75-1.75V13";
export const trash =
  "M4 6h12M8 5.75V4h4v1.75M5.5 6.25l.7 9.25c.05.6.5 1 1.1 1h5.4c.6 0 1.05-.4 1.1-1l.7-9.25M8.5 9v4.5M11.5 9v4.5";
export const edit = "M4 16l.75-3.25 8.5-8.5a1.2 1.2 0 0 1 1.7 0l.8.8a1.2 1.2 0 0 1 0 1.7l-8.5 8.5zM11.75 5.75l2.5 2.5";
export const more =
  "M4.6 10h.01M10 10h.01M15.4 10h.01M4.6 9.6a.4.4 0 1 0 0 .8.4.4 0 0 0 0-.8M10 9.6a.4.4 0 1 0 0 .8.4.4 0 0 0 0-.8M15.4 9.6a.4.4 0 1 0 0 .8.4.4 0 0 0 0-.8";
export const menu = "M3.5 6h13M3.5 10h13M3.5 14h13";
export const home = "M3.5 9.25L10 3.75l6.5 5.5M5.25 8v8.25h9.5V8M8.25 16.25V12h3.5v4.25";
export const inbox =
  "M3.5 11.5l1.9-6.2c.15-.5.6-.8 1.1-.8h7c.5 0 .95.3 1.1.8l1.9 6.2v3c0 .55-.45 1-1 1h-11c-.55 0-1-.45-1-1zM3.75 11.5H7.5l1 2h3l1-2h3.75";
export const bell =
  "M10 3.5a4.5 4.5 0 0 0-4.5 4.5c0 3.75-1.5 5.25-1.5 5.25h12S14.5 11.75 14.5 8A4.5 4.5 0 0 0 10 3.5M8.5 15.75c.3.5.85.75 1.5.75s1.2-.25 1.5-.75";
export const settings =
  "M3.5 6h6M13.5 6h3M11.5 4a2 2 0 1 0 0 4 2 2 0 0 0 0-4M3.5 14h3M10.5 14h6M8.5 12a2 2 0 1 0 0 4 2 2 0 0 0 0-4";
export const chart = "M3.5 16.5h13M5.5 13.5v-3M10 13.5v-9M14.5 13.5V8";
export const code = "M6.75 6L2.75 10l4 4M13.25 6l4 4-4 4M11.25 4.5l-2.5 11";
export const key = "M7 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M9.5 9.5l6-6M13 6l2 2M11 8l1.5 1.5";
export const link =
  "M8.5 11.5a3 3 0 0 0 4.25 0l2.75-2.75A3 3 0 0 0 11.25 4.5l-1 1M11.5 8.5a3 3 0 0 0-4.25 0L4.5 11.25a3 3 0 0 0 4.25 4.25l1-1";
export const external =
  "M11.5 3.75h4.75V8.5M16 4l-6.5 6.5M13.75 11.5v3.75c0 .55-.45 1-1 1h-8c-.55 0-1-.45-1-1v-8c0-.55.45-1 1-1H8.5";
export const copy =
  "M8.25 7.25h7.25a1 1 0 0 1 1 1v7.25a1 1 0 0 1-1 1H8.25a1 1 0 0 1-1-1V8.25a1 1 0 0 1 1-1M12.75 7V4.5a1 1 0 0 0-1-1H4.5a1 1 0 0 0-1 1v7.25a1 1 0 0 0 1 1H7";
export const filter = "M3.5 5.5h13M6 10h8M8.5 14.5h3";
export const refresh = "M15.9 8.5A6.25 6.25 0 1 0 16.25 10M16.25 4.5v4h-4";
export const undo = "M4.25 8h8a4 4 0 0 1 0 8H8M7.75 4.5L4.25 8l3.5 3.5";
export const warning =
  "M9.1 4.5L3.2 14.7c-.4.7.1 1.55.9 1.55h11.8c.8 0 1.3-.85.9-1.55L10.9 4.5c-.4-.7-1.4-.7-1.8 0M10 8.25v3.5M10 14v.01";
export const info = `${circle}M10 9.25v4M10 6.75v.01`;
export const help = `${circle}M8 8a2 2 0 1 1 3 1.75c-.65.4-1 .8-1 1.5M10 13.5v.01`;
export const success = `${circle}M7 10.25l2.15 2.15L13 8`;
export const lock =
  "M6 9h8a1 1 0 0 1 1 1v5.5a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1M7 8.75V6.5a3 3 0 0 1 6 0v2.25";
export const mail =
  "M4.5 4.75h11a1 1 0 0 1 1 1v8.5a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-8.5a1 1 0 0 1 1-1M3.75 6.25L10 11l6.25-4.75";
export const phone =
  "M5.2 3.5h1.9c.4 0 .75.25.85.65l.7 2.5c.1.35 0 .7-.25.95L7.1 8.8a10 10 0 0 0 4.1 4.1l1.2-1.3c.25-.25.6-.35.95-.25l2.5.7c.4.1.65.45.65.85v1.9c0 .9-.75 1.65-1.65 1.65C8.6 16.45 3.55 11.4 3.55 5.15c0-.9.75-1.65 1.65-1.65";
export const place =
  "M10 17c3.4-3.5 5.1-6.25 5.1-8.5a5.1 5.1 0 0 0-10.2 0c0 2.25 1.7 5 5.1 8.5M10 6.75a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 0 0 0-3.5";
export const building =
  "M5 16.5v-12a1 1 0 0 1 1-1h5.5a1 1 0 0 1 1 1v12M12.5 8.5h2a1 1 0 0 1 1 1v7M3.5 16.5h13M8 7h1.5M8 10h1.5M8 13h1.5";
export const tag =
  "M4 4.5h5.1c.25 0 .5.1.7.3l6 6c.4.4.4 1 0 1.4l-4.1 4.1c-.4.4-1 .4-1.4 0l-6-6a1 1 0 0 1-.3-.7zM7 7.5v.01";
export const eye =
  "M2.75 10C4.3 6.9 6.9 5.25 10 5.25S15.7 6.9 17.25 10c-1.55 3.1-4.15 4.75-7.25 4.75S4.3 13.1 2.75 10M10 7.75a2.25 2.25 0 1 0 0 4.5 2.25 2.25 0 0 0 0-4.5";
export const offline =
  "M3 3l14 14M3 8.25A10.5 10.5 0 0 1 6 6.3M9 5.3a10.4 10.4 0 0 1 8 2.95M5.75 11a6.5 6.5 0 0 1 2.75-1.6M12 9.7c.85.3 1.6.75 2.25 1.3M10 14.75v.01";
export const signOut = "M8 3.75H5.25c-.55 0-1 .45-1 1v10.5c0 .55.45 1 1 1H8M8.5 10h8M13.25 6.75L16.5 10l-3.25 3.25";
export const snooze = `${circle}M8 8h4l-4 4.5h4`;
export const bolt = "M11 3L4.5 11.5h4.75L9 17l6.5-8.5h-4.75z";
