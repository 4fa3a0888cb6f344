import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** What operators filter invitations by. `InvitationState`: `open`, then once the outcome. */
export const searchAttributes = {
  dossierId: defineSearchAttributeKey('DossierId', SearchAttributeType.KEYWORD),
  partyKind: defineSearchAttributeKey('PartyKind', SearchAttributeType.KEYWORD),
  invitationState: defineSearchAttributeKey('InvitationState', SearchAttributeType.KEYWORD),
};
