import { Args, Query, Resolver } from '@nestjs/graphql';
import { registerFilter, type RegisterFilter } from '@jihui/domain';
import { Allow } from '../../platform/auth/allow.js';
import { pageInput, type PageInput } from '../../platform/graphql/paged.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { Certificate, RegisterPage } from './contract-types.js';
import { PublicRegister } from './public-register.service.js';

@Resolver()
export class PublicRegisterResolver {
  constructor(private readonly publicRegister: PublicRegister) {}

  @Allow('public.read')
  @Query(() => Certificate)
  certificate(@Args('number', { type: () => String }) number: string): Promise<Certificate> {
    return this.publicRegister.certificate(number);
  }

  @Allow('public.read')
  @Query(() => Certificate)
  certificateByToken(@Args('token', { type: () => String }) token: string): Promise<Certificate> {
    return this.publicRegister.certificateByToken(token);
  }

  @Allow('public.read')
  @Query(() => RegisterPage)
  register(@Input(registerFilter, 'filter') filter: RegisterFilter, @Input(pageInput, 'page') page: PageInput): Promise<RegisterPage> {
    return this.publicRegister.page(filter, page);
  }
}
