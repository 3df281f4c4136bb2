import { Module } from '@nestjs/common';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { DemandsModule } from '../demands/demands.module.js';
import { ExportsController } from './exports.controller.js';
import { ImportKeeper } from './import-keeper.service.js';
import { ImportLists } from './import-lists.service.js';
import { ImportPreparation } from './import-preparation.service.js';
import { ImportReading } from './import-reading.service.js';
import { ImportRunning } from './import-running.service.js';
import { ImportStepsResolver } from './import-steps.resolver.js';
import { ImportUndoing } from './import-undoing.service.js';
import { ImportedItems } from './imported-items.js';
import { ImportsResolver } from './imports.resolver.js';
import { OwnItems } from './own-items.service.js';

@Module({
  imports: [AchievementsModule, DemandsModule],
  controllers: [ExportsController],
  providers: [
    ImportsResolver,
    ImportStepsResolver,
    ImportPreparation,
    ImportReading,
    ImportRunning,
    ImportUndoing,
    ImportKeeper,
    ImportLists,
    ImportedItems,
    OwnItems,
  ],
})
export class ImportsModule {}
