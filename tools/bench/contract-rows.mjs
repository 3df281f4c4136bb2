import { createHash, randomBytes, randomUUID } from 'node:crypto';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** One registration as somebody would write it by hand for this database: the rows that the product writes, in one transaction. */
export async function registerByHand(client, contract, { branchId, branchCode, reviewer, organisation, tasks }) {
  const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
  await client.query('begin');
  const { rows } = await client.query({ name: 'lock', text: 'select to_jsonb(c) as c from technology_contract c where id = $1 for update', values: [contract.id] });
  const row = rows[0].c;
  const serial = await client.query({
    name: 'number',
    text: `insert into registration_counter as c ("branchId", year, last) values ($1, $2, 1) on conflict ("branchId", year) do update set last = c.last + 1 returning last`,
    values: [branchId, year],
  });
  const number = `JH${branchCode}-${year}-${String(serial.rows[0].last).padStart(6, '0')}`;
  await client.query({
    name: 'contract',
    text: `update technology_contract set status = 'REGISTERED', "registrationNo" = $2, "registeredAt" = now(), "verificationToken" = $3, "dueOn" = null, version = version + 1, "updatedAt" = now() where id = $1`,
    values: [contract.id, number, randomBytes(24).toString('base64url')],
  });
  await client.query({
    name: 'review',
    text: `insert into contract_review ("contractId", "branchId", stage, decision, revision, "reviewerId", "reviewerName", "createdAt", "updatedAt") values ($1, $2, 'SECOND_REVIEW', 'REGISTER', $3, $4, $5, now(), now())`,
    values: [contract.id, branchId, row.revision, reviewer.id, reviewer.name],
  });
  await client.query({
    name: 'audit',
    text: `insert into audit_event (at, event, "subjectId", "userId", "actorName", "organisationId", "organisationName", data) values (now(), 'contract.registered', $1, $2, $3, $4, $5, $6)`,
    values: [contract.id, reviewer.id, reviewer.name, branchId, organisation, { number }],
  });
  for (const task of tasks)
    await client.query({
      name: 'job',
      text: 'select graphile_worker.add_job($1, $2::json, max_attempts := 8)',
      values: [task, JSON.stringify({ event: 'contract.registered', id: contract.id })],
    });
  const details = detailsOf(row, branchId);
  await client.query({
    name: 'ledger',
    text: `insert into ledger_entry (chain, at, event, number, detail, "subjectId", details) values ($1, now(), 'contract.registered', $2, $3, $4, $5)`,
    values: [branchCode, number, sha256(canonical(details)), contract.id, JSON.stringify(details)],
  });
  await client.query('commit');
}

const contentFields =
  'type title subject techField totalAmount techAmount paymentMode paymentTerms signedOn startsOn endsOn ipOwnership acceptance confidentiality sellerId buyerId brokerId'.split(' ');

/** The private part as the product writes it, so that `npm run ledger:verify` accepts the database at the end. */
function detailsOf(row, branchId) {
  const [totalAmount, techAmount] = [String(row.totalAmount), String(row.techAmount)];
  const content = { ...row, totalAmount, techAmount };
  const { id, revision } = row;
  const contentHash = sha256(canonical(Object.fromEntries(contentFields.map((field) => [field, content[field] ?? null]))));
  return { branchId, contentHash, refusalCode: null, revision, salt: randomBytes(16).toString('hex'), status: 'REGISTERED', subjectId: id, techAmount, totalAmount };
}
const canonical = (flat) => `{${Object.keys(flat).sort().map((key) => `${JSON.stringify(key)}:${JSON.stringify(flat[key])}`).join(',')}}`;

/** A ledger of that length behind the branch's head, linked here and copied in: the trigger would need a transaction for each. */
export async function fillLedger(db, chain, branchId, count) {
  const client = await db.connect();
  try {
    await client.query('alter table ledger_entry disable trigger user; alter table ledger_head disable trigger user');
    let prev = '0'.repeat(64);
    const start = Date.now() - count * 20_000;
    for (let seq = 1; seq <= count; ) {
      const rows = [];
      for (; rows.length < 5000 && seq <= count; seq++) {
        const details = detailsOf({ id: randomUUID(), revision: 1, totalAmount: '1000000', techAmount: '900000', title: seq }, branchId);
        const body = { at: new Date(start + seq * 20_000).toISOString(), chain, detail: sha256(canonical(details)), event: 'contract.accepted', number: null, prev, seq };
        prev = sha256(canonical(body));
        rows.push({ ...body, hash: prev, subjectId: details.subjectId, details });
      }
      await client.query('insert into ledger_entry select * from jsonb_populate_recordset(null::ledger_entry, $1::jsonb)', [JSON.stringify(rows)]);
    }
    await client.query(`insert into ledger_head values ($1, $2, $3, now() - interval '20 seconds')`, [chain, count, prev]);
    await client.query('alter table ledger_entry enable trigger user; alter table ledger_head enable trigger user');
  } finally {
    client.release();
  }
}
