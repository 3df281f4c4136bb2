import { Args, Int, Mutation, Resolver } from '@nestjs/graphql';
import { ImportKind, importMapping, importRun, type ImportMapping, type ImportRun } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { ImportPreparation } from './import-preparation.service.js';
import { ImportRunning } from './import-running.service.js';
import { ImportUndoing } from './import-undoing.service.js';
import { Import } from './import.entity.js';

@Resolver()
export class ImportStepsResolver {
  constructor(
    private readonly db: Db,
    private readonly preparation: ImportPreparation,
    private readonly running: ImportRunning,
    private readonly undoing: ImportUndoing,
  ) {}

  @Allow('import.run')
  @Mutation(() => Import)
  createImport(
    @CurrentActor() actor: Actor,
    @Args('kind', { type: () => gqlEnum(ImportKind) }) kind: ImportKind,
    @RecordId('fileId') fileId: string,
  ): Promise<Import> {
    return this.db.run(actor, (tx) => this.preparation.create(tx, kind, fileId));
  }

  @Allow('import.run')
  @Mutation(() => Import)
  mapImportColumns(@CurrentActor() actor: Actor, @Input(importMapping) input: ImportMapping): Promise<Import> {
    return this.db.run(actor, (tx) => this.preparation.mapColumns(tx, input));
  }

  @Allow('import.run')
  @Mutation(() => Import)
  runImport(@CurrentActor() actor: Actor, @Input(importRun) input: ImportRun): Promise<Import> {
    return this.db.run(actor, (tx) => this.running.start(tx, input));
  }

  @Allow('import.run')
  @Mutation(() => Import)
  undoImport(@CurrentActor() actor: Actor, @RecordId() id: string, @Args('version', { type: () => Int }) version: number): Promise<Import> {
    return this.db.run(actor, (tx) => this.undoing.request(tx, { id, version }));
  }
}
