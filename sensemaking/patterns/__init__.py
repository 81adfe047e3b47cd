"""What returns across stories: answers of tellers to questions about their own story."""
