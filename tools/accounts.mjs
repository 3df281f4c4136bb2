import fs from 'node:fs';
import { inRoot } from './paths.mjs';

/** The demo accounts of seeds/data/accounts.json as lines of a table; none when there is no such file. */
export function accountLines() {
  let data;
  try {
    data = JSON.parse(fs.readFileSync(inRoot('seeds/data/accounts.json'), 'utf8'));
  } catch {
    return [];
  }
  const accounts = Array.isArray(data) ? data : (data.accounts ?? []);
  const password = data.password ?? accounts[0]?.password;
  const rows = [['角色', '姓名', '登录邮箱'], ...accounts.map(({ role, name, email }) => [role, name, email].map(String))];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => widthOf(row[column]))));
  return [
    `演示账号${password ? `（密码都是 ${password}）` : ''}：`,
    ...rows.map(([role, name, email]) => `  ${pad(role, widths[0])}  ${pad(name, widths[1])}  ${email}`),
  ];
}

/** A Chinese character takes two columns of a terminal. */
const widthOf = (text) => [...text].reduce((sum, char) => sum + (/[\u1100-\u115f\u2e80-\uffdc]/.test(char) ? 2 : 1), 0);

const pad = (text, width) => text + ' '.repeat(width - widthOf(text));
