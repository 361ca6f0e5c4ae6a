/** One mail on its way. `id` is stable over every attempt, so that the far side can tell a repetition. */
export type MailMessage = {
  id: string;
  to: string;
  from: string;
  subject: string;
  html: string;
  text: string;
  headers?: Record<string, string>;
  /** Pictures that the HTML shows as `cid:` and the identifier. */
  pictures?: { id: string; name: string; contentType: string; bytes: Buffer }[];
};
