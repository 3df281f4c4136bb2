import { Module } from '@nestjs/common';
import { AchievementBulk } from './achievement-bulk.service.js';
import { AchievementDraftingResolver } from './achievement-drafting.resolver.js';
import { AchievementDrafting } from './achievement-drafting.service.js';
import { AchievementLists } from './achievement-lists.service.js';
import { AchievementMail } from './achievement-mail.service.js';
import { AchievementReleaseResolver } from './achievement-release.resolver.js';
import { AchievementRelease } from './achievement-release.service.js';
import { AchievementsResolver } from './achievements.resolver.js';
import { MyAchievementsResolver } from './my-achievements.resolver.js';
import { PendingConversion } from './pending-conversion.js';
import { SoldAchievements } from './sold-achievements.js';

@Module({
  providers: [
    AchievementsResolver,
    MyAchievementsResolver,
    AchievementDraftingResolver,
    AchievementReleaseResolver,
    AchievementDrafting,
    AchievementBulk,
    AchievementRelease,
    AchievementLists,
    AchievementMail,
    PendingConversion,
    SoldAchievements,
  ],
  exports: [AchievementDrafting, AchievementBulk, AchievementRelease, PendingConversion],
})
export class AchievementsModule {}
