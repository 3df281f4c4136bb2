import { Injectable } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class SigningService {
  /** Whether a certificate authority is connected. Without one nothing here is a reliable electronic signature (电子签名法 Art 13). */
  @Field(() => Boolean)
  configured!: boolean;

  @Field(() => String, { nullable: true })
  name!: string | null;
}

export type SigningOrder = { contractId: string; pdf: Buffer; sha256: string; signers: readonly { name: string; uscc: string }[] };

/** What an accredited certificate authority has to offer; its adapter is bound to this token where there is a contract with one. */
export abstract class SignatureAuthority {
  abstract describe(): SigningService;
  /** Hands the PDF over for signing and gives the address at which the sides sign. */
  abstract order(order: SigningOrder): Promise<{ address: string }>;
}

/** The state without a contract with an authority: it says so and signs nothing. */
@Injectable()
export class NoSignatureAuthority extends SignatureAuthority {
  describe(): SigningService {
    return { configured: false, name: null };
  }

  order(): Promise<never> {
    return Promise.reject(new Error('no certificate authority is configured'));
  }
}
