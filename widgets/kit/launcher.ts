import styles from "./launcher.css";

/**
 * The chat's round button, `<button class="launcher" data-unread="3">`: drawn by the loader first and by the chat from
 * then on, by these same rules. Its `aria-label` says the number too.
 */
export const launcherCss: string = styles;
