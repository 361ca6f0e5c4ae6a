import { Callout } from "@/components/ui/callout";

type Props = { problem: string; provider: string; className?: string };

/** Why a visit to a provider came to nothing. */
export function ProviderProblem({ problem, provider, className }: Props) {
  const sentence = sentences[problem]?.(provider);
  if (!sentence) return null;
  return (
    <Callout tone="danger" className={className}>
      {sentence}
    </Callout>
  );
}

const sentences: Record<string, (provider: string) => string> = {
  refused: (provider) => `${provider} did not sign you in, or you turned back there. Try again, or use another way.`,
  failed: (provider) =>
    `What ${provider} answered does not hold, so nothing was opened. Try again, or use another way.`,
  over: () => "This took too long, or was done already. Begin again.",
  taken: (provider) =>
    `This account of ${provider} opens another account here already, or another one of yours is linked. Nothing was changed.`,
};
