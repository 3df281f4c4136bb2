const levels = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** A technology readiness level as nine steps, the reached ones filled. The words beside it say the same: `text` is what is read aloud. */
export function TrlScale({ level, text }: { level: number; text: string }) {
  return (
    <span>
      <span className="num">{text}</span>
      <span role="img" aria-label={text} style={{ display: 'flex', gap: 2, marginTop: 4, maxWidth: 200 }}>
        {levels.map((l) => (
          <span
            key={l}
            style={{
              flex: 1,
              height: 6,
              borderRadius: 1,
              background: l <= level ? 'var(--jihui-color-primary, #1d4e89)' : '#dfe3ea',
              printColorAdjust: 'exact',
            }}
          />
        ))}
      </span>
    </span>
  );
}
