import fontkit from '@pdf-lib/fontkit';
import { chineseFont } from './chinese-font.js';

it('the font of documents has raised and lowered digits, smaller than the ordinary ones and off the line', () => {
  const font = fontkit.create(chineseFont(400));
  const glyph = (char: string) => font.glyphForCodePoint(char.codePointAt(0) ?? 0);
  for (const char of '⁰⁴⁵⁹⁻⁺ⁿ₀₂₉₊₋ₙ') expect([char, font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0)]).toEqual([char, true]);
  const [two, low, high] = [glyph('2'), glyph('₂'), glyph('⁵')];
  expect(low.advanceWidth).toBe(Math.round(two.advanceWidth * 0.6));
  expect(low.bbox.minY).toBeLessThan(-100);
  expect(low.bbox.maxY).toBeLessThan(two.bbox.maxY * 0.6);
  expect(high.bbox.minY).toBeGreaterThan(300);
  // The others are as they were.
  expect(glyph('技').advanceWidth).toBe(1000);
});
