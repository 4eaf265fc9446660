import { useId, useState } from "react";

interface Field<T> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

export function TextField({
  label,
  value,
  onChange,
  type = "text",
}: Field<string> & { readonly type?: "text" | "date" }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type={type} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}

export interface NumberFieldProps extends Field<number> {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

/** A number within bounds; what is no such number stays in the field, marked, and changes nothing. */
export function NumberField({ label, value, low, high, step, onChange }: NumberFieldProps) {
  const id = useId();
  const [text, setText] = useState<string>();
  const right = (entered: string) => {
    const number = Number(entered);
    return entered.trim() !== "" && Number.isFinite(number) && number >= low && number <= high;
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        min={low}
        max={high}
        step={step}
        value={text ?? String(value)}
        aria-invalid={text !== undefined && !right(text)}
        onChange={(event) => {
          setText(event.target.value);
          if (right(event.target.value)) onChange(Number(event.target.value));
        }}
        onBlur={() => setText(undefined)}
      />
    </div>
  );
}

export interface SelectFieldProps<T extends string> extends Field<T> {
  readonly options: readonly (readonly [value: T, title: string])[];
}

export function SelectField<T extends string>({ label, value, options, onChange }: SelectFieldProps<T>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find(([one]) => one === event.target.value);
          if (chosen !== undefined) onChange(chosen[0]);
        }}
      >
        {options.map(([one, title]) => (
          <option key={one} value={one}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}
