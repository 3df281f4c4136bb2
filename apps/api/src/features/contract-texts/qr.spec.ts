import jsQR from 'jsqr';
import { qrSquares } from './qr.js';

/** The squares as pixels, as a printer or a camera would have them. */
function pixelsOf(text: string, side: number): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const { x, y, size } of qrSquares(text, side))
    for (let row = Math.round(y); row < Math.round(y + size); row++)
      for (let column = Math.round(x); column < Math.round(x + size); column++) pixels.set([0, 0, 0, 255], (row * side + column) * 4);
  return pixels;
}

describe('the code on a certificate', () => {
  it.each(['https://jihui.example/verify/JHZZ-2026-000123', 'http://localhost:4121/verify/JHXX-2026-999999'])('is read back: %s', (address) => {
    expect(jsQR(pixelsOf(address, 360), 360, 360)?.data).toBe(address);
  });
});
