import { Module } from '@nestjs/common';
import { Branches } from './branches.js';
import { DemoDataResolver } from './demo-data.resolver.js';
import { OrganisationEditService } from './organisation-edit.service.js';
import { OrganisationInsidersResolver } from './organisation-insiders.resolver.js';
import { OrganisationListService } from './organisation-list.service.js';
import { OrganisationMail } from './organisation-mail.js';
import { OrganisationsResolver } from './organisations.resolver.js';
import { RegionsResolver } from './regions.resolver.js';
import { Registration } from './registration.js';
import { SignUpService } from './sign-up.service.js';
import { VerificationResolver } from './verification.resolver.js';
import { VerificationService } from './verification.service.js';

@Module({
  providers: [
    Branches,
    DemoDataResolver,
    OrganisationEditService,
    OrganisationInsidersResolver,
    OrganisationListService,
    OrganisationMail,
    OrganisationsResolver,
    RegionsResolver,
    Registration,
    SignUpService,
    VerificationResolver,
    VerificationService,
  ],
  exports: [Branches, Registration],
})
export class OrganisationsModule {}
