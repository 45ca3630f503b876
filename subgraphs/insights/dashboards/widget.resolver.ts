import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { AskResult } from '../ask/ask-result.type.ts';
import type { Answer, Declined } from '../ask/answer.type.ts';
import type { AskService } from '../ask/ask.service.ts';
import { loadAnswer } from './loaders.ts';
import { operationOf } from './operation.ts';
import { Widget, WidgetOperation } from './widget.type.ts';

@Resolver(() => Widget)
export class WidgetResolver {
  private readonly asking: AskService;

  constructor(asking: AskService) {
    this.asking = asking;
  }

  @FieldResolver(() => WidgetOperation, { description: 'The GraphQL operation that gives its numbers; runs as it is at /graphql.' })
  operation(@Root() widget: Widget): WidgetOperation {
    return operationOf(widget.question, widget.persona);
  }

  @FieldResolver(() => AskResult, { description: "The answer to its question on today's data, or why there is none." })
  result(@Root() widget: Widget, @Ctx() context: GraphContext): Promise<Answer | Declined> {
    return loadAnswer(context, this.asking, widget.question, widget.persona);
  }
}
