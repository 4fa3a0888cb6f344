CREATE TABLE "onboarded_dossiers" (
	"onboarding_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"dossier_id" uuid,
	"manager_id" uuid,
	"persons" integer NOT NULL,
	"grant_ids" uuid[] NOT NULL,
	"obstacles" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "onboarded_dossiers_onboarding_id_number_pk" PRIMARY KEY("onboarding_id","number"),
	CONSTRAINT "one_onboarding_a_dossier" UNIQUE("dossier_id"),
	CONSTRAINT "created_or_why_not" CHECK (("onboarded_dossiers"."dossier_id" is null) = ("onboarded_dossiers"."obstacles" <> '[]'))
);
--> statement-breakpoint
CREATE TABLE "onboarding_lines" (
	"onboarding_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"manager_id" uuid,
	"content" jsonb NOT NULL,
	CONSTRAINT "onboarding_lines_onboarding_id_number_pk" PRIMARY KEY("onboarding_id","number")
);
--> statement-breakpoint
CREATE TABLE "onboardings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"firm_id" uuid NOT NULL,
	"state" text NOT NULL,
	"paused_because" text,
	"created_by" uuid NOT NULL,
	"run_by" uuid,
	"origin" jsonb,
	"lines" integer NOT NULL,
	"dossiers" integer NOT NULL,
	"persons" integer NOT NULL,
	"rights" integer NOT NULL,
	"irrevocable" integer NOT NULL,
	"rejections" integer NOT NULL,
	"rejected" jsonb NOT NULL,
	"invitations_per_hour" integer NOT NULL,
	"next_invitation_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "run_by_somebody" CHECK ("onboardings"."state" in ('checked', 'rejected') or "onboardings"."run_by" is not null),
	CONSTRAINT "paused_for_a_reason" CHECK (("onboardings"."state" = 'paused') = ("onboardings"."paused_because" is not null))
);
--> statement-breakpoint
DROP INDEX "dossiers_firm_id_index";--> statement-breakpoint
ALTER TABLE "owed" ADD COLUMN "onboarding_id" uuid;--> statement-breakpoint
ALTER TABLE "onboarded_dossiers" ADD CONSTRAINT "onboarded_dossiers_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboarded_dossiers" ADD CONSTRAINT "onboarded_dossiers_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboarded_dossiers" ADD CONSTRAINT "onboarded_dossiers_manager_id_members_id_fk" FOREIGN KEY ("manager_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboarding_lines" ADD CONSTRAINT "onboarding_lines_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboarding_lines" ADD CONSTRAINT "onboarding_lines_manager_id_members_id_fk" FOREIGN KEY ("manager_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboardings" ADD CONSTRAINT "onboardings_firm_id_firms_id_fk" FOREIGN KEY ("firm_id") REFERENCES "public"."firms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboardings" ADD CONSTRAINT "onboardings_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "onboardings" ADD CONSTRAINT "onboardings_run_by_accounts_id_fk" FOREIGN KEY ("run_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "onboardings_firm_id_index" ON "onboardings" USING btree ("firm_id");--> statement-breakpoint
ALTER TABLE "owed" ADD CONSTRAINT "owed_onboarding_id_onboardings_id_fk" FOREIGN KEY ("onboarding_id") REFERENCES "public"."onboardings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "owed_onboarding_id_index" ON "owed" USING btree ("onboarding_id");--> statement-breakpoint
CREATE INDEX "owed_grant" ON "owed" USING btree (("task"->>'grantId'));--> statement-breakpoint
CREATE INDEX "dossiers_firm_id_index" ON "dossiers" USING btree ("firm_id",lower("name"));--> statement-breakpoint
-- Lines hold names and addresses, and go; what became of each dossier stays as it was written with it.
grant select, insert, update, delete on onboardings to dossier_access_app;
--> statement-breakpoint
grant select, insert, delete on onboarding_lines to dossier_access_app;
--> statement-breakpoint
grant select, insert on onboarded_dossiers to dossier_access_app;
