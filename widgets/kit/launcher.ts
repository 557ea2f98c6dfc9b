import styles from "./launcher.css";

/**
 * The chat's round button, `<button class="launcher">` with the unread number in an `<i>`: drawn by the loader first
 * and by the chat from then on, by these same rules.
 */
export const launcherCss: string = styles;
