using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>The steps from the order to the project: payment, delivery, and what was delivered.</summary>
internal sealed class OrderSteps(OvhApi api, Account account, TimeProvider time)
{
    private readonly DeliveredProject _delivered = new(api);
    private readonly ProjectTermination _termination = new(api, time);

    public async Task ReadAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var status = api.Orders.StatusAsync(run.Order, cancellationToken);
        var order = run.Ledger.Progress.OrderRead ? null : api.Orders.GetAsync(run.Order, cancellationToken);
        await Task.WhenAll(status, order ?? Task.CompletedTask);
        if (order is not null)
        {
            Enter(run, await order);
            if (run.Ledger.Progress.Quote is null)
            {
                var quote = await OrderPrice.ReadAsync(api, run.Order, run.Ledger.Progress.Cart, await order, cancellationToken);
                run.Ledger.Enter(p => p with { Quote = quote });
            }
        }

        if (run.Ledger.Progress.OvhSubsidiary is null)
        {
            // An order that was found again does not say where it was placed; it was where this program places orders.
            var subsidiary = run.Request.OvhSubsidiary ?? await account.SubsidiaryAsync(cancellationToken);
            run.Ledger.Enter(p => p with { OvhSubsidiary = subsidiary });
        }

        var word = await status;
        run.Ledger.Enter(p => p with { Status = word });
    }

    public async Task PayAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var progress = run.Ledger.Progress;
        if (progress.PaymentInDoubt && await HasPaymentAsync(api, run.Order, cancellationToken))
        {
            run.Ledger.Enter(p => p with { PaymentAccepted = true });
            return;
        }

        if (progress is { PaymentInDoubt: true, Cart: { } cart } && await CartContent.ReadAsync(api, cart, cancellationToken) is { } held && held.HoldsMoreThan(run.Request))
        {
            // The run that placed the order would have said so, and did not live to.
            throw CartContent.TooMuch(run.Order);
        }

        // An order that was found may have been placed at another price than its cart was judged with: only itself can tell.
        var quote = progress is { PaymentInDoubt: false, Quote: { } told } ? told : await PriceOfAsync(run.Order, cancellationToken);
        if (quote.Prices.WithTax != progress.Quote?.Prices.WithTax)
        {
            run.Ledger.Enter(p => p with { Quote = p.Quote is null ? quote : p.Quote with { Prices = quote.Prices } });
        }

        PriceCeiling.Check(run.Request, quote, $"order {run.Order} costs", "It is not paid, and lapses by itself unless somebody pays it");
        if (quote.Prices.WithTax == 0)
        {
            await api.Orders.PayWithRegisteredPaymentMeanAsync(run.Order, PaymentMean.FidelityAccount, cancellationToken);
        }
        else
        {
            await api.Orders.PayAsync(run.Order, await account.DefaultPaymentMethodAsync(cancellationToken), cancellationToken);
        }

        run.Ledger.Enter(p => p with { PaymentAccepted = true, Status = null });
    }

    public async Task<bool> LooksPaidAsync(OrderRun run, CancellationToken cancellationToken) =>
        await api.Orders.StatusAsync(run.Order, cancellationToken) != OrderStatus.NotPaid || await HasPaymentAsync(api, run.Order, cancellationToken);

    /// <summary>Asks until the order is delivered or cancelled. What only a person can mend is said once, and waited for.</summary>
    public async Task AwaitDeliveryAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        string? warned = null;
        for (var look = 0; ; look++)
        {
            var waited = time.GetElapsedTime(began);
            await run.Listener.StatusAsync(OrderStatusLine.Waiting(run.Ledger.Progress, run.Ledger.Progress.Status, waited));
            await Task.Delay(Waits.BetweenLooks(look, waited), time, cancellationToken);
            var status = await StatusIfAnsweredAsync(run.Order, cancellationToken);
            if (status is null)
            {
                continue;
            }

            var before = run.Ledger.Progress;
            run.Ledger.Enter(p => p with { Status = status });
            if (status is OrderStatus.Delivered or OrderStatus.Cancelled)
            {
                return;
            }

            if (OrderWarning.For(status, run.Request, before, time.GetElapsedTime(began)) is { } warning && warned != warning)
            {
                warned = warning;
                await run.Listener.WarnAsync(warning);
            }
        }
    }

    public async Task FindProjectAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var project = await UntilThereAsync(
            run, $"order {run.Order} is delivered, its project is not named yet", () => _delivered.OfAsync(run.Order, cancellationToken), cancellationToken);
        run.Ledger.Enter(p => p with { ProjectId = project });
    }

    /// <summary>A project that was just delivered may not be visible for a while.</summary>
    public async Task ReadProjectAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var id = run.Ledger.Progress.ProjectId!.Value;
        bool? mayBeHidden = run.Ledger.Progress.ProjectSeen ? null : true;
        var facts = await UntilThereAsync(run, $"project {id} is delivered, not visible yet", async () =>
        {
            try
            {
                return ProjectReading.Facts(await api.Projects.GetAsync(id, cancellationToken));
            }
            catch (OvhApiException e) when (e.IsMissing)
            {
                mayBeHidden ??= await _termination.MayBeHiddenAsync(run.Ledger.Progress, id, cancellationToken);
                if (mayBeHidden == false)
                {
                    throw;
                }

                return null;
            }
        }, cancellationToken);
        run.Ledger.Enter(p => p with { Project = facts, Order = p.Order ?? facts.Order });
    }

    public async Task DescribeProjectAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var id = run.Ledger.Progress.ProjectId!.Value;
        await api.Projects.UpdateAsync(id, new ProjectUpdate(run.Request.Description), cancellationToken);
        run.Ledger.Enter(p => p with
        {
            DescriptionAgreed = true,
            Project = p.Project! with { Description = run.Request.Description, Name = p.Project.Name == p.Project.Description ? run.Request.Description : p.Project.Name },
        });
    }

    /// <summary>Enters what an order tells beside its status.</summary>
    public static void Enter(OrderRun run, BillingOrder order) => run.Ledger.Enter(p => p with
    {
        OrderRead = true,
        OrderUrl = order.Url?.Reveal() ?? p.OrderUrl,
        OrderDate = order.Date ?? p.OrderDate,
        OrderExpirationDate = order.ExpirationDate ?? p.OrderExpirationDate,
    });

    private async Task<T> UntilThereAsync<T>(OrderRun run, string what, Func<Task<T?>> look, CancellationToken cancellationToken)
        where T : class
    {
        var began = time.GetTimestamp();
        for (var looks = 0; ; looks++)
        {
            if (await IfAnsweredAsync(look) is { } found)
            {
                return found;
            }

            var waited = time.GetElapsedTime(began);
            if (waited > Waits.ProjectGrace)
            {
                throw new OrderException($"{what}, after {Waits.ProjectGrace.TotalMinutes:0} minutes. The order is kept; the next `pulumi up` looks again");
            }

            await run.Listener.StatusAsync(OrderStatusLine.WaitingForProject(what, waited));
            await Task.Delay(Waits.BetweenLooks(looks, waited), time, cancellationToken);
        }
    }

    private async Task<ProjectId> UntilThereAsync(OrderRun run, string what, Func<Task<ProjectId?>> look, CancellationToken cancellationToken) =>
        (await UntilThereAsync<object>(run, what, async () => await look() is { } id ? id : null, cancellationToken)) is ProjectId found ? found : default;

    private async Task<string?> StatusIfAnsweredAsync(OrderId order, CancellationToken cancellationToken) =>
        await IfAnsweredAsync<string>(async () => await api.Orders.StatusAsync(order, cancellationToken));

    /// <summary>While waiting, an API that does not answer is waited for as well; a refusal is not.</summary>
    private static async Task<T?> IfAnsweredAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        try
        {
            return await look();
        }
        catch (OvhApiException e) when (e.Outcome == CallOutcome.Unknown || e.Status is 429 or null)
        {
            return null;
        }
    }

    /// <summary>Whether a payment was accepted, even if the order does not show it yet.</summary>
    public static async Task<bool> HasPaymentAsync(OvhApi api, OrderId order, CancellationToken cancellationToken)
    {
        try
        {
            return await api.Orders.PaymentAsync(order, cancellationToken) is { PaymentDate: not null } or { PaymentType.Length: > 0 };
        }
        catch (OvhApiException e) when (e.IsMissing)
        {
            return false;
        }
    }

    private async Task<Quote> PriceOfAsync(OrderId order, CancellationToken cancellationToken)
    {
        var billing = await api.Orders.GetAsync(order, cancellationToken);
        return Quotes.From(new Order { Prices = new OrderPrices { WithTax = billing.PriceWithTax, WithoutTax = billing.PriceWithoutTax, Tax = billing.Tax } });
    }
}
