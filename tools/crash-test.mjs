import { build } from './build.mjs';
import { Problem, say, secondsSince } from './progress.mjs';
import { branchCode, findings, plant, registerDocument, statusDocument } from './scene/contracts.mjs';
import { asker, inParallel, openDatabase, runTrial, startApi, startTrialServices } from './scene/product.mjs';

/**
 * `node tools/crash-test.mjs`: kill -9 of the API in the middle of 500 approvals, for real. It is started again, what got no answer
 * is asked again, and then the database is counted: nothing lost, nothing doubled, numbers without a gap.
 */
const approvals = 500;
const together = 24;

async function main(scene) {
  const from = performance.now();
  await build({ only: 'api' });
  const { env, db } = await openDatabase(scene, await startTrialServices(scene), { max: 2 });
  const { contracts, cookies } = await plant(db, approvals);
  const ask = asker(env.PORT, cookies);

  const first = await startApi(scene, env);
  const killAfter = Math.round(approvals * (0.3 + 0.4 * Math.random()));
  let answered = 0;
  // The worst moment: something is committed of which nobody has heard yet, others are between two statements.
  const strike = async () => {
    while (Number((await db.query('select coalesce(sum(last), 0) as last from registration_counter')).rows[0].last) <= answered);
    first.kill('SIGKILL');
  };
  const before = await inParallel(contracts, together, async (contract, i) => {
    const answer = await ask(i, registerDocument, { input: { id: contract.id, version: contract.version } });
    if (answer.data && ++answered === killAfter) void strike();
    return answer;
  });
  await first.gone;
  const unanswered = contracts.filter((_, i) => before[i].lost);
  const refusedBefore = before.filter((a) => a.code).length;
  const underWay = before.filter((a) => a.lost === 'under way').length;
  say(
    `✓ 登记到 ${killAfter} 份时 kill -9：已得到答复 ${answered} 份；正在办理而没有答复 ${underWay} 份，尚未送达 ${unanswered.length - underWay} 份`,
  );

  await startApi(scene, env);
  let doneUnheard = 0;
  const again = await inParallel(unanswered, together, async (contract, i) => {
    const answer = await ask(i, registerDocument, { input: { id: contract.id, version: contract.version } });
    if (!answer.code) return answer;
    const now = await ask(i, statusDocument, { id: contract.id });
    const isDone = ['STALE', 'ILLEGAL_TRANSITION'].includes(answer.code) && now.data?.contract.status === 'REGISTERED';
    if (isDone) doneUnheard++;
    return isDone ? { data: now.data } : answer;
  });
  const repeated = again.filter((a) => a.data).length - doneUnheard;
  say(`✓ 重新启动后重试：补登记 ${repeated} 份；其中 ${doneUnheard} 份在崩溃前已登记、只是答复丢失，没有重复登记`);

  const wrong = await findings(db, approvals);
  if (refusedBefore) wrong.push(`崩溃前有 ${refusedBefore} 份被拒绝`);
  if (again.some((a) => !a.data)) wrong.push(`重试后仍有 ${again.filter((a) => !a.data).length} 份没有完成`);
  if (wrong.length) throw new Problem(`✗ ${wrong.join('\n✗ ')}`);
  say(
    `✓ ${approvals} 份全部登记：无遗漏、无重复，编号 JH${branchCode} 000001–${String(approvals).padStart(6, '0')} 连续；审核意见、操作记录、账本条目、后台任务各 ${approvals} 条（${secondsSince(from)} 秒）`,
  );
}

runTrial('crash', main);
