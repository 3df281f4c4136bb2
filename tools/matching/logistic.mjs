/**
 * Logistic regression by Newton's method with a ridge on standardised features (the intercept is free).
 * @param rows one array of numbers per case
 * @param truths 0 or 1 per case
 * @returns {{ intercept: number, coefficients: number[] }} on the features as given
 */
export function fitLogistic(rows, truths, { ridge = 1, steps = 40 } = {}) {
  const width = rows[0].length;
  const { means, spreads } = standardsOf(rows);
  const cases = rows.map((row) => [1, ...row.map((x, j) => (x - means[j]) / spreads[j])]);
  const beta = new Array(width + 1).fill(0);
  for (let step = 0; step < steps; step++) {
    const gradient = beta.map((b, j) => (j === 0 ? 0 : -ridge * b));
    const curvature = beta.map((_, j) => beta.map((__, k) => (j === k ? (j === 0 ? 1e-9 : ridge) : 0)));
    cases.forEach((x, i) => {
      const p = sigmoid(dot(beta, x));
      for (let j = 0; j <= width; j++) {
        gradient[j] += x[j] * (truths[i] - p);
        for (let k = 0; k <= width; k++) curvature[j][k] += x[j] * x[k] * p * (1 - p);
      }
    });
    const move = solve(curvature, gradient);
    move.forEach((m, j) => (beta[j] += m));
    if (Math.max(...move.map(Math.abs)) < 1e-9) break;
  }
  const coefficients = beta.slice(1).map((b, j) => b / spreads[j]);
  return { intercept: beta[0] - dot(coefficients, means), coefficients };
}

/** The probability that a fitted model gives a case. */
export const probabilityBy = ({ intercept, coefficients }, row) => sigmoid(intercept + dot(coefficients, row));

export const sigmoid = (x) => 1 / (1 + Math.exp(-x));

function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function standardsOf(rows) {
  const means = rows[0].map((_, j) => rows.reduce((sum, row) => sum + row[j], 0) / rows.length);
  const spreads = means.map((mean, j) => Math.sqrt(rows.reduce((sum, row) => sum + (row[j] - mean) ** 2, 0) / rows.length) || 1);
  return { means, spreads };
}

/** Gaussian elimination with pivots. */
function solve(matrix, right) {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  const n = rows.length;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r][c]) > Math.abs(rows[pivot][c])) pivot = r;
    [rows[c], rows[pivot]] = [rows[pivot], rows[c]];
    for (let r = c + 1; r < n; r++) {
      const factor = rows[r][c] / rows[c][c];
      for (let k = c; k <= n; k++) rows[r][k] -= factor * rows[c][k];
    }
  }
  const x = new Array(n).fill(0);
  for (let r = n - 1; r >= 0; r--) x[r] = (rows[r][n] - dot(rows[r].slice(r + 1, n), x.slice(r + 1))) / rows[r][r];
  return x;
}
