declare module "prismjs" {
  export type Grammar = object;
  export class Token {
    type: string;
    content: string | Token | (string | Token)[];
  }
  const Prism: {
    languages: Record<string, Grammar>;
    tokenize(text: string, grammar: Grammar): (string | Token)[];
    Token: typeof Token;
  };
  export default Prism;
}
declare module "prismjs/components/*";
