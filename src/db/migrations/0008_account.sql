CREATE TABLE "phone_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"old_phone" text NOT NULL,
	"new_phone" text NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"address_hash" text NOT NULL,
	"old_number_hash" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"proven_at" timestamp with time zone,
	"confirmed_at" timestamp with time zone,
	"confirmed_by" uuid,
	"effective_at" timestamp with time zone,
	"warned_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"watched_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "phone_changes_addressHash_unique" UNIQUE("address_hash"),
	CONSTRAINT "phone_changes_oldNumberHash_unique" UNIQUE("old_number_hash"),
	CONSTRAINT "known_state" CHECK ("phone_changes"."state" in ('asked', 'waiting', 'confirmed', 'done', 'refused', 'cancelled', 'expired', 'replaced')),
	CONSTRAINT "live_until_it_ends" CHECK (("phone_changes"."state" in ('asked', 'waiting', 'confirmed')) = ("phone_changes"."ended_at" is null)),
	CONSTRAINT "confirmed_by_another" CHECK ("phone_changes"."confirmed_by" <> "phone_changes"."account_id"),
	CONSTRAINT "confirmed_first" CHECK ("phone_changes"."state" not in ('confirmed', 'done') or num_nulls("phone_changes"."proven_at", "phone_changes"."confirmed_at", "phone_changes"."confirmed_by", "phone_changes"."effective_at") = 0)
);
--> statement-breakpoint
ALTER TABLE "codes" RENAME COLUMN "grant_id" TO "subject_id";--> statement-breakpoint
ALTER TABLE "codes" RENAME CONSTRAINT "codes_grant_id_not_null" TO "codes_subject_id_not_null";--> statement-breakpoint
ALTER TABLE "codes" DROP CONSTRAINT "codes_grant_id_grants_id_fk";
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "text_messages" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "two_factors" ADD COLUMN "last_step" integer;--> statement-breakpoint
ALTER TABLE "phone_changes" ADD CONSTRAINT "phone_changes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phone_changes" ADD CONSTRAINT "phone_changes_confirmed_by_accounts_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_phone_change_an_account" ON "phone_changes" USING btree ("account_id") WHERE "phone_changes"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "phone_changes_account_id_index" ON "phone_changes" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "watched_phone_changes" ON "phone_changes" USING btree ("watched_at") WHERE "phone_changes"."ended_at" is null;--> statement-breakpoint
grant select, insert, update on phone_changes to dossier_access_app;
