export interface FoldButtonProps {
  readonly open: boolean;
  /** The id of what it opens. */
  readonly controls: string;
  readonly label: string;
  readonly className?: string;
  readonly onToggle: () => void;
}

/** A small round "i" that opens and closes an explanation. */
export function FoldButton({ open, controls, label, className, onToggle }: FoldButtonProps) {
  return (
    <button
      type="button"
      className={className}
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      aria-label={label}
      title={label}
      onClick={onToggle}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.2" />
        <path d="M8 7v4.4M8 4.4v1.2" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" fill="none" />
      </svg>
    </button>
  );
}
