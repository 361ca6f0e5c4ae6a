/** A reason why the embedded database cannot run, as a sentence that says what to do. */
export class EmbeddedDatabaseError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EmbeddedDatabaseError";
  }
}

export const useYourOwn = "Or set DATABASE_URL to a PostgreSQL of your own.";
