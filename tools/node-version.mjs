/** Imported first by every entry point, so that an old Node gets a sentence and not a stack. */
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`✗ 需要 Node.js 20.19 或更高版本，当前是 ${process.versions.node}。请升级后再运行（https://nodejs.org）。\n`);
  process.exit(1);
}
