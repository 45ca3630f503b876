import { Migration } from '@mikro-orm/migrations';

/**
 * What a company pays for its own language model, in dollars for a million tokens (null: nobody has said); and which amounts that are set aside are spent
 * when a run ends before anybody knows what they came to.
 */
export class PayForModels extends Migration {
  override up(): void {
    this.addSql(`alter table model_provider
      add column input_price double precision check (input_price >= 0),
      add column output_price double precision check (output_price >= 0)`);
    this.addSql('alter table ledger_entry add column spent_if_cut_off boolean not null default false');
  }

  override down(): void {
    this.addSql('alter table ledger_entry drop column spent_if_cut_off');
    this.addSql('alter table model_provider drop column input_price, drop column output_price');
  }
}
