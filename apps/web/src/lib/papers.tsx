import { PaperClipOutlined } from '@ant-design/icons';

type Paper = { id: string; name: string; sha256: string };

/** Files of a record, each with the beginning of its hash; who may not read the record gets no file either. */
export function Papers({ files }: { files: readonly Paper[] }) {
  if (!files.length) return null;
  return (
    <ul style={{ listStyle: 'none', margin: '4px 0', padding: 0, display: 'flex', flexWrap: 'wrap', gap: '4px 16px' }}>
      {files.map((file) => (
        <li key={file.id} style={{ overflowWrap: 'anywhere' }}>
          <PaperClipOutlined aria-hidden /> <a href={`/files/${file.id}`} download={file.name}>{file.name}</a>{' '}
          <span className="muted num" title={`SHA-256 ${file.sha256}`}>{file.sha256.slice(0, 8)}</span>
        </li>
      ))}
    </ul>
  );
}
