import { createHash, randomBytes, randomUUID } from 'node:crypto';

export const branchCode = 'CT';
export const registerDocument = 'mutation R($input: ContractOpinionInput!) { registerContract(input: $input) { id registrationNo } }';
export const statusDocument = 'query S($id: ID!) { contract(id: $id) { status } }';

/** A branch with four second reviewers who are signed in, and that many contracts that wait for them. */
export async function plant(db, count) {
  const organisation = (kind, uscc, code = null) =>
    one(
      db,
      `insert into organisation (kind, name, uscc, "regionCode", status, "branchCode", "createdAt", "updatedAt") values ($1, $2, $3, 'ZZ', 'VERIFIED', $4, now(), now()) returning id`,
      [kind, `崩溃测试 ${uscc}`, uscc, code],
    );
  const branch = await organisation('MARKET_OPERATOR', 'crash-branch', branchCode);
  const seller = await organisation('UNIVERSITY', 'crash-seller');
  const buyer = await organisation('ENTERPRISE', 'crash-buyer');
  const cookies = [];
  for (const n of [1, 2, 3, 4]) {
    const user = await one(
      db,
      `insert into app_user ("organisationId", name, email, roles, "createdAt", "updatedAt") values ($1, $2, $3, '{OPERATOR_L2}', now(), now()) returning id`,
      [branch, `复审员${n}`, `crash${n}@example.test`],
    );
    const token = randomBytes(32).toString('base64url');
    await db.query(
      `insert into session ("userId", "tokenHash", "lastSeenAt", "expiresAt", ip, "userAgent", "createdAt", "updatedAt") values ($1, $2, now(), now() + interval '1 hour', '127.0.0.1', 'crash test', now(), now())`,
      [user, createHash('sha256').update(token).digest('hex')],
    );
    cookies.push(`jihui_session=${token}`);
  }
  const { rows } = await db.query(
    `insert into technology_contract (status, "branchId", "sellerId", "buyerId", type, title, subject, "techField", "totalAmount", "techAmount", "paymentMode", "paymentTerms",
       "signedOn", "startsOn", "endsOn", "ipOwnership", acceptance, confidentiality, "submittedAt", "firstReviewerId", "createdAt", "updatedAt")
     select 'SECOND_REVIEW', $1, $2, $3, 'SERVICE', '崩溃测试合同 ' || n, '检测与分析', 'NEW_MATERIALS', 1000000, 900000, 'LUMP_SUM', '一次付清',
       '2026-01-05', '2026-01-05', '2027-01-04', '归委托方', '报告', '三年', now(), $4, now(), now() from generate_series(1, $5) n returning id, version`,
    [branch, seller, buyer, randomUUID(), count],
  );
  return { contracts: rows, cookies };
}

async function one(db, sql, values) {
  return (await db.query(sql, values)).rows[0].id;
}

/** What is wrong in the database; empty when everything happened exactly once. */
export async function findings(db, count) {
  const wrong = [];
  const expect = (what, found, wanted = count) => String(found) !== String(wanted) && wrong.push(`${what}：应为 ${wanted}，实为 ${found}`);
  const { rows: contracts } = await db.query('select status, "registrationNo" as no from technology_contract');
  const serials = contracts.filter((c) => c.no).map((c) => Number(c.no.split('-')[2]));
  expect('已登记的合同', contracts.filter((c) => c.status === 'REGISTERED').length);
  expect('不同的编号', new Set(serials).size);
  expect('最大的编号', Math.max(0, ...serials));
  expect('编号计数器', (await db.query('select sum(last) as last from registration_counter')).rows[0].last);
  for (const [what, sql] of [
    ['登记的操作记录', `select count(*), count(distinct "subjectId") as subjects from audit_event where event = 'contract.registered'`],
    ['登记的审核意见', `select count(*), count(distinct "contractId") as subjects from contract_review where decision = 'REGISTER'`],
  ]) {
    const { rows } = await db.query(sql);
    expect(what, rows[0].count);
    expect(`${what}所涉合同`, rows[0].subjects);
  }
  const { rows: ledger } = await db.query(
    `select count(*), count(distinct e."subjectId") as subjects, max(e.seq) as last,
            count(*) filter (where e.prev is distinct from coalesce(b.hash, repeat('0', 64))) as broken, count(*) filter (where h.hash = e.hash) as heads
       from ledger_entry e left join ledger_entry b on b.chain = e.chain and b.seq = e.seq - 1 left join ledger_head h on h.chain = e.chain and h.seq = e.seq`,
  );
  expect('账本条目', ledger[0].count);
  expect('账本条目所涉合同', ledger[0].subjects);
  expect('账本最后序号', ledger[0].last);
  expect('不承接前一条的账本条目', ledger[0].broken, 0);
  expect('与链首相符的账本条目', ledger[0].heads, 1);
  const { rows: jobs } = await db.query(
    `select t.identifier, count(*), count(distinct j.payload->>'id') as subjects from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where j.payload->>'event' = 'contract.registered' group by 1`,
  );
  if (!jobs.length) wrong.push('没有后台任务');
  for (const job of jobs) {
    expect(`后台任务 ${job.identifier}`, job.count);
    expect(`后台任务 ${job.identifier} 所涉合同`, job.subjects);
  }
  return wrong;
}
