import { crc32, deflateRawSync } from 'node:zlib';
import exceljs, { type Worksheet } from 'exceljs';

export type Table = (string | number)[][];

/** Comma-separated text as spreadsheet programs write it. */
export function csv(rows: Table, separator = ','): string {
  const cell = (value: string | number) => (/["\n\r,;\t]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  return rows.map((r) => r.map(cell).join(separator)).join('\r\n');
}

const bytesOf = new Map<string, number[]>();

/** Text in GB18030: Node decodes it but does not encode it, so the table is read the other way round. */
export function gb18030(text: string): Buffer {
  if (bytesOf.size === 0) {
    const decoder = new TextDecoder('gb18030');
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        if (trail === 0x7f) continue;
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if (!bytesOf.has(character)) bytesOf.set(character, [lead, trail]);
      }
  }
  return Buffer.from([...text].flatMap((c) => (c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : (bytesOf.get(c) ?? [0x3f]))));
}

/** A workbook with one sheet, filled by hand. */
export async function xlsx(fill: (sheet: Worksheet, workbook: exceljs.Workbook) => void): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  fill(workbook.addWorksheet('Sheet1'), workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export const xlsxOf = (rows: Table): Promise<Buffer> => xlsx((sheet) => void sheet.addRows(rows));

type ZipEntry = { name: string; bytes: Buffer; claimedSize?: number };

/** A zip archive, truthful or not about the size of what is in it. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, claimedSize } of entries) {
    const packed = deflateRawSync(bytes);
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedSize ?? bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'binary'), common, tail, nameBytes]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]);
}
