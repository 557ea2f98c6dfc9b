/** The product's sign. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg class="p-mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <path d="M11 24V8h11M11 16h8" />
    </svg>
  );
}
