import { Migration } from '@mikro-orm/migrations';

/** What a company pays for its own language model, in dollars for a million tokens; null: nobody has said. */
export class PriceModels extends Migration {
  override up(): void {
    this.addSql(`alter table model_provider
      add column input_price double precision check (input_price >= 0),
      add column output_price double precision check (output_price >= 0)`);
  }

  override down(): void {
    this.addSql('alter table model_provider drop column input_price, drop column output_price');
  }
}
