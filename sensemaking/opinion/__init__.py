"""What people think of statements: votes, opinion groups, what connects and what divides."""
