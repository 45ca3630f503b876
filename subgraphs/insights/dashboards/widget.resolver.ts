import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { AskResult } from '../ask/ask-result.type.ts';
import { declinedOf, type Answer, type Declined } from '../ask/answer.type.ts';
import type { AskService } from '../ask/ask.service.ts';
import { loadAnswer } from './loaders.ts';
import { operationOf, operationOfView } from './operation.ts';
import { Widget, WidgetOperation } from './widget.type.ts';

@Resolver(() => Widget)
export class WidgetResolver {
  private readonly asking: AskService;

  constructor(asking: AskService) {
    this.asking = asking;
  }

  @FieldResolver(() => WidgetOperation, { description: 'The GraphQL operation that gives its numbers; runs as it is at /graphql.' })
  operation(@Root() widget: Widget): WidgetOperation {
    return widget.stored == null ? operationOf(widget.question, widget.persona) : operationOfView(widget.stored);
  }

  @FieldResolver(() => AskResult, { description: "The answer to its question on today's data, or why there is none." })
  result(@Root() widget: Widget, @Ctx() context: GraphContext): Promise<Answer | Declined> {
    if (widget.stored != null) return showsOperation(widget);
    return loadAnswer(context, this.asking, widget.question, widget.persona);
  }
}

/** What stands in the place of an answer where an operation tells. */
async function showsOperation({ question }: Widget): Promise<Declined> {
  return declinedOf(
    question,
    {
      reason: 'NOT_AVAILABLE',
      text: 'This widget shows a part of the result of its operation: run that, and take what its view names.',
      notUnderstood: [],
      missing: [],
      wouldHelp: [],
      suggestions: [],
      tokens: [],
    },
    [],
  );
}
