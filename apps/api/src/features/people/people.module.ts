import { Module } from '@nestjs/common';
import { LinkedItems } from './linked-items.service.js';
import { PeopleViews } from './people-views.service.js';
import { MyProfileResolver, PeopleResolver } from './people.resolver.js';
import { ProfileWriting } from './profile-writing.service.js';

@Module({ providers: [LinkedItems, MyProfileResolver, PeopleResolver, PeopleViews, ProfileWriting], exports: [PeopleViews, ProfileWriting] })
export class PeopleModule {}
