/** Half of the contracts are patent licences, so that the worker has a task to make of each; the first `changes` get a change that waits for its decision. */
export async function plantMatters(db, contracts, changes) {
  await db.query(`update technology_contract set type = 'LICENSE_PATENT' where id in (select id from technology_contract order by id limit $1)`, [Math.floor(contracts.length / 2)]);
  await db.query(`update technology_contract set subject = '对送检样品进行成分检测、性能分析与寿命评估，并提交检测报告和改进建议。'`);
  const ids = contracts.slice(0, changes).map((c) => c.id);
  const { rows } = await db.query(
    `insert into contract_matter ("contractId", "branchId", "sellerId", "buyerId", "filedByOrganisationId", kind, status, reason, proposal, before, after, "createdAt", "updatedAt")
     select id, "branchId", "sellerId", "buyerId", "sellerId", 'CHANGE', 'EXAMINED', '延长有效期限', '{"endsOn":"2029-01-04"}', '{"endsOn":"2027-01-04"}', '{"endsOn":"2029-01-04"}', now(), now()
       from technology_contract where id = any($1) returning id, version, "contractId"`,
    [ids],
  );
  return new Map(rows.map((row) => [row.contractId, row]));
}

/** What is wrong in the database; empty when everything happened exactly once. */
export async function findings(db, { contracts, changes }) {
  const wrong = [];
  const expect = (what, found, wanted) => String(found) !== String(wanted) && wrong.push(`${what}：应为 ${wanted}，实为 ${found}`);
  const one = async (sql) => (await db.query(sql)).rows[0];
  const rows = (await db.query('select status, "registrationNo" as no, "registeredVersion" as v, "endsOn"::text as ends from technology_contract')).rows;
  const serials = rows.filter((c) => c.no).map((c) => Number(c.no.split('-')[2]));
  expect('已登记的合同', rows.filter((c) => c.status === 'REGISTERED').length, contracts);
  expect('不同的编号', new Set(serials).size, contracts);
  expect('最大的编号', Math.max(0, ...serials), contracts);
  expect('编号计数器', (await one('select sum(last) as last from registration_counter')).last, contracts);
  expect('已变更的合同', rows.filter((c) => c.v === 2 && c.ends === '2029-01-04').length, changes);
  expect('版次超过 2 的合同', rows.filter((c) => c.v > 2).length, 0);
  expect('准予的变更', (await one(`select count(*) as n from contract_matter where status = 'GRANTED'`)).n, changes);
  for (const [event, wanted] of [
    ['contract.registered', contracts],
    ['contract.changed', changes],
  ]) {
    const audit = await one(`select count(*) as n, count(distinct "subjectId") as s from audit_event where event = '${event}'`);
    expect(`操作记录 ${event}`, audit.n, wanted);
    expect(`操作记录 ${event} 所涉合同`, audit.s, wanted);
    const ledger = await one(`select count(*) as n, count(distinct "subjectId") as s from ledger_entry where event = '${event}'`);
    expect(`账本条目 ${event}`, ledger.n, wanted);
    expect(`账本条目 ${event} 所涉合同`, ledger.s, wanted);
  }
  const reviews = await one(`select count(*) as n, count(distinct "contractId") as s from contract_review where decision = 'REGISTER'`);
  expect('审核意见', `${reviews.n}/${reviews.s}`, `${contracts}/${contracts}`);
  const chain = await one('select count(*) as n, max(seq) as last, min(seq) as first from ledger_entry');
  expect('账本序号', `${chain.first}–${chain.last}（${chain.n} 条）`, `1–${contracts + changes}（${contracts + changes} 条）`);
  const tasks = await one(`select count(*) as n, count(distinct "contractId") as s from follow_up_task where kind = 'LICENCE_FILING'`);
  expect('备案事项', `${tasks.n}/${tasks.s}`, `${Math.floor(contracts / 2)}/${Math.floor(contracts / 2)}`);
  return wrong;
}

/** Every certificate as the public reads it, against the record. */
export async function certificateFaults(db, port) {
  const { rows } = await db.query(
    `select c."registrationNo" as number, c.title, c."registeredVersion" as v, s.name as seller, b.name as buyer from technology_contract c
       join organisation s on s.id = c."sellerId" join organisation b on b.id = c."buyerId" where c."registrationNo" is not null order by 1`,
  );
  const faults = [];
  for (let i = 0; i < rows.length; i += 20) {
    const part = rows.slice(i, i + 20);
    await Promise.all(
      part.map(async (row) => {
        const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: 'query C($n: String!) { certificate(number: $n) { number title sellerName buyerName state registeredVersion } }', variables: { n: row.number } }),
        });
        const shown = (await response.json()).data?.certificate;
        const wanted = { number: row.number, title: row.title, sellerName: row.seller, buyerName: row.buyer, state: row.v > 1 ? 'CHANGED' : 'VALID', registeredVersion: row.v };
        if (JSON.stringify(shown) !== JSON.stringify(wanted)) faults.push(row.number);
      }),
    );
  }
  return { checked: rows.length, faults };
}
