CREATE TABLE "donations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"donor_id" uuid NOT NULL,
	"item_id" uuid,
	"given_on" date NOT NULL,
	"category" text NOT NULL,
	"description" text NOT NULL,
	"cents" bigint NOT NULL,
	"currency" text NOT NULL,
	"form" text NOT NULL,
	"registered" boolean NOT NULL,
	"registered_on" date,
	"usufruct_reserved" boolean NOT NULL,
	"conditions" text,
	"country" text,
	"region" text,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "value_not_negative" CHECK ("donations"."cents" >= 0),
	CONSTRAINT "day_of_registration" CHECK ("donations"."registered" or "donations"."registered_on" is null),
	CONSTRAINT "donation_in_belgium" CHECK ("donations"."region" is null or coalesce("donations"."country" = 'BE', false))
);
--> statement-breakpoint
CREATE TABLE "donees" (
	"donation_id" uuid NOT NULL,
	"person_id" uuid,
	"numerator" integer NOT NULL,
	"denominator" integer NOT NULL,
	CONSTRAINT "one_share_a_donee" UNIQUE NULLS NOT DISTINCT("donation_id","person_id"),
	CONSTRAINT "part_of_a_donation" CHECK ("donees"."numerator" between 1 and "donees"."denominator")
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"subject_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "revisions_subject_id_version_pk" PRIMARY KEY("subject_id","version")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"language" text NOT NULL,
	"simulation_id" uuid,
	"with_access" boolean NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"pdf" "bytea",
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "ready_is_whole" CHECK (("reports"."state" = 'ready') = ("reports"."pdf" is not null))
);
--> statement-breakpoint
CREATE TABLE "simulations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"name" text NOT NULL,
	"assumptions" jsonb NOT NULL,
	"inputs" jsonb NOT NULL,
	"result" jsonb NOT NULL,
	"engine" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "item_values" (
	"id" uuid PRIMARY KEY NOT NULL,
	"item_id" uuid NOT NULL,
	"valued_on" date NOT NULL,
	"cents" bigint NOT NULL,
	CONSTRAINT "one_value_a_day" UNIQUE("item_id","valued_on"),
	CONSTRAINT "not_negative" CHECK ("item_values"."cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "owners" (
	"item_id" uuid NOT NULL,
	"person_id" uuid,
	"form" text NOT NULL,
	"numerator" integer NOT NULL,
	"denominator" integer NOT NULL,
	CONSTRAINT "one_share_an_owner" UNIQUE NULLS NOT DISTINCT("item_id","person_id","form"),
	CONSTRAINT "a_part_of_one" CHECK ("owners"."numerator" between 1 and "owners"."denominator")
);
--> statement-breakpoint
CREATE TABLE "wealth_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"description" text,
	"country" text,
	"currency" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "sex" text;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "nationality" text;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "country" text;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "region" text;--> statement-breakpoint
ALTER TABLE "unions" ADD COLUMN "regime" text;--> statement-breakpoint
ALTER TABLE "donations" ADD CONSTRAINT "donations_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "donations" ADD CONSTRAINT "donations_donor_id_persons_id_fk" FOREIGN KEY ("donor_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "donations" ADD CONSTRAINT "donations_item_id_wealth_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."wealth_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "donees" ADD CONSTRAINT "donees_donation_id_donations_id_fk" FOREIGN KEY ("donation_id") REFERENCES "public"."donations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "donees" ADD CONSTRAINT "donees_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_simulation_id_simulations_id_fk" FOREIGN KEY ("simulation_id") REFERENCES "public"."simulations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "simulations" ADD CONSTRAINT "simulations_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "simulations" ADD CONSTRAINT "simulations_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "item_values" ADD CONSTRAINT "item_values_item_id_wealth_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."wealth_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owners" ADD CONSTRAINT "owners_item_id_wealth_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."wealth_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owners" ADD CONSTRAINT "owners_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wealth_items" ADD CONSTRAINT "wealth_items_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "donations_dossier_id_index" ON "donations" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "donations_donor_id_index" ON "donations" USING btree ("donor_id");--> statement-breakpoint
CREATE INDEX "donations_item_id_index" ON "donations" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "donees_person_id_index" ON "donees" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "reports_dossier_id_index" ON "reports" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "reports_simulation_id_index" ON "reports" USING btree ("simulation_id");--> statement-breakpoint
CREATE INDEX "simulations_dossier_id_index" ON "simulations" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "owners_person_id_index" ON "owners" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "wealth_items_dossier_id_index" ON "wealth_items" USING btree ("dossier_id");--> statement-breakpoint
ALTER TABLE "persons" ADD CONSTRAINT "region_of_belgium" CHECK ("persons"."region" is null or coalesce("persons"."country" = 'BE', false));--> statement-breakpoint
-- What the application may do with the sections: what is removed stays as a row, but for reports.
grant select, insert, update on wealth_items, donations, simulations, reports to dossier_access_app;
--> statement-breakpoint
grant select, insert, update, delete on item_values, owners, donees to dossier_access_app;
--> statement-breakpoint
grant delete on reports to dossier_access_app;
--> statement-breakpoint
grant select, insert on revisions to dossier_access_app;
