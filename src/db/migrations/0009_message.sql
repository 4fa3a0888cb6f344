ALTER TABLE "grants" ADD COLUMN "message" text;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "short_message" CHECK (char_length("grants"."message") <= 1000);