export default async function teardown() {
  await globalThis.jihuiServices?.stop();
}
