import QRCode from 'qrcode';

export type Square = { x: number; y: number; size: number };

/** The dark squares of a QR code in a field of that side, with the quiet zone of four modules that readers need. */
export function qrSquares(text: string, side: number): Square[] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const size = side / (modules.size + 8);
  const squares: Square[] = [];
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) squares.push({ x: (column + 4) * size, y: (row + 4) * size, size });
  return squares;
}
